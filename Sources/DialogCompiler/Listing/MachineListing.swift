public import DialogMachines

/// A machine as text for people: every dialog, form item, handler, prompt, grammar and instruction, with its place in
/// the document.
public enum MachineListing {
    /// The listing, in lines of at most 80 columns, with a line break at the end.
    public static func text(of machine: DialogMachine) -> String {
        var writer = ListingWriter(machine: machine)
        writer.document()
        return writer.lines.joined(separator: "\n") + "\n"
    }
}
