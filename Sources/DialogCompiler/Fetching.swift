import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// Where a transition goes, with its fetch attributes.
    mutating func fetchTarget(_ uri: LiteralOrExpression, _ fetch: FetchAttributes) -> FetchTarget {
        checkFetchHint(fetch)
        return FetchTarget(
            uri: computed(uri), fetchaudio: fetch.fetchaudio?.text,
            fetchtimeout: time(fetch.fetchtimeout, "fetchtimeout"), maxage: integer(fetch.maxage, "maxage", atLeast: 0),
            maxstale: integer(fetch.maxstale, "maxstale", atLeast: 0))
    }

    /// `fetchhint` is read and checked; when to fetch is up to the host.
    mutating func checkFetchHint(_ fetch: FetchAttributes) {
        guard let hint = fetch.fetchhint, hint.text != "prefetch", hint.text != "safe" else { return }
        report(.badValue(of: "fetchhint", hint, expected: "prefetch or safe"))
    }

    /// What a `<submit>` or a `<subdialog>` sends (VoiceXML 2.0 5.3.8).
    mutating func submission(method: SourceText?, enctype: SourceText?, namelist list: SourceText?) -> Submission {
        Submission(
            method: word(method, "method", [Fetch.Method.get, .post]) ?? .get,
            enctype: word(enctype, "enctype", EncodingType.allCases)?.rawValue ?? EncodingType.urlencoded.rawValue,
            namelist: namelist(list))
    }
}

private enum EncodingType: String, CaseIterable {
    case urlencoded = "application/x-www-form-urlencoded"
    case multipart = "multipart/form-data"
}
