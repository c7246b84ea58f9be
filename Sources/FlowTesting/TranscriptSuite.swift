/// The transcripts of files and folders.
public enum TranscriptSuite {
    /// What a transcript's name ends with.
    public static let fileExtension = "call"
    /// The folder in a flow's folder where its transcripts are.
    public static let folderName = "calls"

    /// The transcripts that a path names: itself, or all below it when it is a folder, in the order of their names.
    /// - Throws: `UnreadablePath` when there is nothing at the path.
    public static func files(at path: String) throws(UnreadablePath) -> [String] {
        try FileSearch.files(at: path, extensions: [fileExtension])
    }
}
