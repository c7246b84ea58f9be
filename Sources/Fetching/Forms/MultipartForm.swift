/// `multipart/form-data` (RFC 7578), in UTF-8.
struct MultipartForm {
    let boundary: String

    /// - Parameter boundary: something that stands in none of the parts.
    init(boundary: String) { self.boundary = boundary }

    /// With a boundary that nobody can foresee.
    init() {
        boundary =
            "dialtone-" + String(UInt64.random(in: .min ... .max), radix: 36)
            + String(UInt64.random(in: .min ... .max), radix: 36)
    }

    var mediaType: String { "multipart/form-data; boundary=\(boundary)" }

    func encode(_ parts: [FormPart]) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escaped(part.name))\"".utf8
            switch part.value {
            case .text(let text): body += "\r\n\r\n\(text)\r\n".utf8
            case .file(let bytes, let name, let type):
                body += "; filename=\"\(Self.escaped(name))\"\r\nContent-Type: \(type)\r\n\r\n".utf8
                body += bytes
                body += "\r\n".utf8
            }
        }
        body += "--\(boundary)--\r\n".utf8
        return body
    }

    /// As HTML forms do it: quotes and ends of lines would end the parameter.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "%22"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
