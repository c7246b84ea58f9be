/// A source that a resource was made of, as it was then.
enum SourceEdition: Hashable, Sendable {
    case file(FileDependency)
    /// What a server gave, by its digest.
    case fetched(uri: String, digest: String)
    /// What a server did not give.
    case missed(uri: String)
}
