public import Dialogs

/// Literal `nextitem`s.
public enum ItemTargets {
    /// Those of the handlers of the document itself, which run in whatever dialog is active.
    public static func ofDocument(_ document: Document) -> [SourceText] {
        TargetCollector(document).items.filter { $0.dialog == nil }.map(\.name)
    }
}
