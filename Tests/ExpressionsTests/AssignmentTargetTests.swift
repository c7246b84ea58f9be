import OrderedCollections
import Testing

@testable import Expressions

/// What `<assign name>` writes to.
struct AssignmentTargetTests {
    @Test(
        "variables and members",
        arguments: [
            ("a", "a"), ("outer", "outer"), ("o.p", "o.p"), ("o.q.deep", "o.q.deep"), ("o['new']", "o.new"),
            ("list[1]", "list[1]"),
            ("list[2][0]", "list[2][0]"), ("far.outer", "outer"), ("far['a']", "far.a"),
            ("o [ 'q' ] . fresh", "o.q.fresh"), ("list[a + 3]", "list[10]"),
            ("(o).p", "o.p"), ("list[[1]]", "list[1]"), (" o.p ", "o.p"), ("o['é'].x", "o['é'].x"),
            ("list[o.q.deep.length]", "list[1]"),
        ])
    func assigned(target: String, read: String) throws {
        var world = World()
        if target.hasPrefix("o['é']") {
            let inner = world.environment.heap.makeObject()
            try AssignmentTarget("o['é']", checker: world.engine).assign(
                inner, in: &world.environment, with: world.engine)
        }
        let target = AssignmentTarget(target, checker: world.engine)
        try target.assign(.string("new"), in: &world.environment, with: world.engine)
        #expect(world.shown(read) == "'new'")
    }

    @Test(
        "refused",
        arguments: [
            ("missing", ScriptFailure.Kind.thrown), ("missing.x", .thrown), ("far.missing", .thrown), ("u.x", .thrown),
            ("s.x", .thrown), ("a[0]", .thrown),
            ("o.__proto__", .unholdable), ("list[4000000]", .limit), ("a + 1", .syntax), ("", .syntax), ("1", .syntax),
            ("(a)", .syntax), ("f()", .syntax),
            ("a = 1", .syntax), ("a b", .syntax), ("Math.PI", .syntax), ("o.trim()", .syntax), ("(o.p)", .syntax),
            ("class", .syntax), ("-a", .syntax),
            ("list.length", .thrown),
        ])
    func refused(source: String, kind: ScriptFailure.Kind) {
        var world = World()
        let before = world.environment.heap
        let target = AssignmentTarget(source, checker: world.engine)
        do throws(ScriptFailure) {
            try target.assign(.string("new"), in: &world.environment, with: world.engine)
            Issue.record("assigned to \(source)")
        } catch {
            #expect(error.kind == kind)
        }
        #expect(world.environment.heap == before)
    }

    @Test("a part of the target that needs the engine is evaluated there")
    func engine() throws {
        var world = World()
        world.engine.answer = .string("p")
        try AssignmentTarget("o[f + '']", checker: world.engine).assign(
            .null, in: &world.environment, with: world.engine)
        #expect(world.engine.asked == ["f + ''"])
        #expect(world.shown("o.p") == "null")
    }

    @Test("aliases see the change")
    func alias() throws {
        var world = World()
        world.declare("c", try world.evaluate("o"))
        try AssignmentTarget("c.x", checker: world.engine).assign(
            .number(3), in: &world.environment, with: world.engine)
        #expect(world.shown("o.x") == "3")
    }
}
