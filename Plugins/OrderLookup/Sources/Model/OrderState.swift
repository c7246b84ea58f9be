import PluginKit

/// How far an order has come, and what can still be changed.
enum OrderState: String, Codable, Sendable {
    case received, packed, shipped, delivered, cancelled

    var mayCancel: Bool { self == .received || self == .packed }

    var mayChangeQuantity: Bool { self == .received }

    var mayChangeDate: Bool { self == .received || self == .packed }

    /// As in: your order 1 0 0 1 …; 订单1 0 0 1…
    func spoken(_ language: SpokenLanguage) -> String {
        switch self {
        case .received: language.choose("has been received", "已收到，正在处理")
        case .packed: language.choose("is packed and about to be shipped", "已打包，即将发货")
        case .shipped: language.choose("is on its way", "正在配送途中")
        case .delivered: language.choose("has been delivered", "已送达")
        case .cancelled: language.choose("is cancelled", "已取消")
        }
    }
}
