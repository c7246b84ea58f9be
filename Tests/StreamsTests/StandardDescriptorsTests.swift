import Glibc
import Testing

@testable import Streams

/// A program that was started with some of its standard descriptors closed.
@Suite(.serialized) struct StandardDescriptorsTests {
    private let input: Int32 = 800
    private let output: Int32 = 801
    private let errors: Int32 = 802

    private func closeAll() {
        for descriptor in [input, output, errors] { close(descriptor) }
    }

    @Test func thoseThatAreClosedBringNothingAndTakeNothing() {
        closeAll()
        StandardDescriptors.complete(input: input, output: output, errors: errors)
        var byte: UInt8 = 0
        #expect(read(input, &byte, 1) == 0)
        #expect(write(output, &byte, 1) == -1 && errno == EBADF)
        var watched = pollfd(fd: output, events: 0, revents: 0)
        #expect(poll(&watched, 1, 0) == 1)
        #expect(write(errors, &byte, 1) == 1)
        closeAll()
    }

    @Test func thoseThatAreOpenStayWhatTheyWere() {
        closeAll()
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        for descriptor in [output, errors] { #expect(dup2(ends[1], descriptor) == descriptor) }
        #expect(dup2(ends[0], input) == input)
        StandardDescriptors.complete(input: input, output: output, errors: errors)
        var byte: UInt8 = 7
        #expect(write(output, &byte, 1) == 1)
        byte = 0
        #expect(read(input, &byte, 1) == 1 && byte == 7)
        closeAll()
        for descriptor in ends { close(descriptor) }
    }
}
