import CMalloc

/// How the C library takes memory from the system: in large steps, and keeping as much. A thread's heap otherwise grows
/// by a page at a time, with a system call for each.
public enum MemorySteps {
    private static let step: Int32 = 16 << 20
    /// The largest threshold there is: setting any of them ends their adjustment to what a program does.
    private static let mapped: Int32 = 32 << 20

    /// Before the first thread begins.
    public static func enlarge() {
        _ = mallopt(M_TOP_PAD, step)
        _ = mallopt(M_TRIM_THRESHOLD, step)
        _ = mallopt(M_MMAP_THRESHOLD, mapped)
    }
}
