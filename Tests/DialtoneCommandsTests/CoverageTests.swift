import Testing

@Suite("dialtone test --coverage")
struct CoverageTests {
    private static let flow = document(
        """
        <catch event="error.plugin.weather.down"><prompt>Nobody knows.</prompt><exit/></catch>
        <form id="today">
          <object name="sky" classid="method://weather/today"/>
          <field name="more">
            <prompt>More?</prompt>
            <option dtmf="1" value="yes"/>
            <option dtmf="2" value="no"/>
            <noinput count="2"><exit/></noinput>
            <filled>
              <if cond="more == 'yes'"><goto next="#more"/>
              <elseif cond="sky.fine"/><prompt>Enjoy it.</prompt>
              <else/><prompt>Take care.</prompt></if>
              <exit/>
            </filled>
          </field>
        </form>
        <form id="more"><block><exit/></block></form>
        """)
    private static let call = """
        call
        plugins: scripted
        plugin weather.today: {"fine": true}
        ivr: More?
        keys: 2
        ivr: Enjoy it.
        end: exit

        """

    @Test("what no transcript comes to is told with its place, and how many there are of each kind")
    func places() async throws {
        let folder = try Folder(["main.vxml": Self.flow, "calls/a.call": Self.call])
        let finished = try await dialtone("test", folder.path, "--coverage")
        #expect(finished.status == 0)
        let file = folder["main.vxml"]
        #expect(
            finished.output == """
                passed   \(folder["calls/a.call"])
                not reached: \(file):2: catch error.plugin.weather.down
                not reached: \(file):4: weather/today fails
                not reached: \(file):9: catch noinput, count 2
                not reached: \(file):11: if more == 'yes'
                not reached: \(file):12: else of if sky.fine
                not reached: \(file):18: form #more
                not reached: \(file):18: block
                reached in \(folder.path):
                  1 of 2 dialogs, 2 of 3 form items, 1 of 1 filled
                  1 of 3 branches, 0 of 2 handlers, 1 of 2 plugin results
                1 transcript: 1 passed, 0 failed

                """)
    }

    @Test("several transcripts count together, and without the option nothing is told")
    func together() async throws {
        let failing = "call\nplugins: scripted\nplugin weather.today: error down\nivr: Nobody knows.\nend: exit\n"
        let yes = Self.call.replacing("keys: 2\nivr: Enjoy it.", with: "keys: 1")
        let no = Self.call.replacing("true", with: "false").replacing("Enjoy it", with: "Take care")
        let silent = Self.call.replacing("keys: 2\nivr: Enjoy it.", with: "silence\nivr: More?\nsilence")
        let folder = try Folder([
            "main.vxml": Self.flow, "calls/a.call": Self.call, "calls/b.call": failing, "calls/c.call": yes,
            "calls/d.call": no, "calls/e.call": silent,
        ])
        let finished = try await dialtone("test", folder.path, "--coverage")
        #expect(finished.status == 0, "\(finished.output)")
        #expect(!finished.output.contains("not reached"))
        #expect(finished.output.contains("3 of 3 branches, 2 of 2 handlers, 2 of 2 plugin results\n"))
        #expect(!(try await dialtone("test", folder.path)).output.contains("reached in"))
    }
}
