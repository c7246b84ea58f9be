import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// Where a transition goes, with its fetch attributes.
    /// - Parameter prefetching: what it may be brought as before it is needed; nil: it may not, for data are sent along.
    mutating func fetchTarget(
        _ uri: LiteralOrExpression, _ fetch: FetchAttributes, prefetching kind: Fetch.Kind?
    ) -> FetchTarget {
        if let kind { note(kind, uri, fetch) }
        return FetchTarget(
            uri: computed(uri), fetchaudio: fetch.fetchaudio?.text,
            fetchtimeout: time(fetch.fetchtimeout, "fetchtimeout"), maxage: integer(fetch.maxage, "maxage", atLeast: 0),
            maxstale: integer(fetch.maxstale, "maxstale", atLeast: 0))
    }

    /// Checks the fetch attributes of an element that fetches nothing itself.
    /// - Returns: its `fetchtimeout`.
    @discardableResult
    mutating func check(_ fetch: FetchAttributes) -> CallDuration? {
        _ = integer(fetch.maxage, "maxage", atLeast: 0)
        _ = integer(fetch.maxstale, "maxstale", atLeast: 0)
        return time(fetch.fetchtimeout, "fetchtimeout")
    }

    /// What a `<submit>` or a `<subdialog>` sends (VoiceXML 2.0 5.3.8).
    mutating func submission(method: SourceText?, enctype: SourceText?, namelist list: SourceText?) -> Submission {
        Submission(
            method: word(method, [Fetch.Method.get, .post]) ?? .get,
            enctype: word(enctype, EncodingType.allCases)?.rawValue ?? EncodingType.urlencoded.rawValue,
            namelist: namelist(list))
    }
}

private enum EncodingType: String, CaseIterable {
    case urlencoded = "application/x-www-form-urlencoded"
    case multipart = "multipart/form-data"
}
