import CallControl
import Fetching

extension FetchRequest {
    /// What goes to a server for a call's fetch. Recordings are read from their files.
    init(_ fetch: Fetch) throws(FetchFailure) {
        let isPost = fetch.method == .post
        let isMultipart = fetch.enctype == "multipart/form-data"
        var parts: [FormPart] = []
        for field in fetch.fields {
            guard let type = field.recordingType else {
                parts.append(FormPart(field.name, field.value))
                continue
            }
            guard isPost, isMultipart else {
                throw FetchFailure(
                    .unsendable, "'\(field.name)'",
                    "a recording is sent only by method \"post\" and enctype \"multipart/form-data\"")
            }
            parts.append(try FormPart(recording: field.value, type: type, name: field.name))
        }
        self.init(
            URIReference.split(fetch.uri).document, isPost: isPost, parts: parts, isMultipart: isMultipart,
            limits: ReuseLimits(maxage: fetch.maxage, maxstale: fetch.maxstale))
    }
}

extension FormPart {
    /// - Parameter uri: as the gateway gave it.
    fileprivate init(recording uri: String, type: String, name: String) throws(FetchFailure) {
        guard let path = FileURI.path(of: uri) else {
            throw FetchFailure(
                .unreachable, "'\(name)'", "the recording \(URIReference.readable(uri)) is no file of this machine")
        }
        do throws(UnreadableFile) {
            let file = path.split(separator: "/").last.map(String.init) ?? name
            // A gateway that keeps no recordings may give the null device: an empty one.
            let content = path == "/dev/null" ? [] : try FileReader.read(path)
            self.init(name, .file(content, name: file, type: type))
        } catch {
            throw FetchFailure(.unreachable, "'\(name)'", error.description)
        }
    }
}
