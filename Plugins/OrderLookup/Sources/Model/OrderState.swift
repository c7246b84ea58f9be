/// How far an order has come, and what can still be changed.
enum OrderState: String, Codable, Sendable {
    case received, packed, shipped, delivered, cancelled

    var mayCancel: Bool { self == .received || self == .packed }

    var mayChangeQuantity: Bool { self == .received }

    var mayChangeDate: Bool { self == .received || self == .packed }

    /// As in: your order 1 0 0 1 …
    var spoken: String {
        switch self {
        case .received: "has been received"
        case .packed: "is packed and about to be shipped"
        case .shipped: "is on its way"
        case .delivered: "has been delivered"
        case .cancelled: "is cancelled"
        }
    }
}
