import CallControl
import PluginManifests
import Testing

@Suite("Types of parameters")
struct ValueTypeTests {
    @Test(
        "a value becomes what its type has it as",
        arguments: [
            (PluginManifest.ValueType.string, JSONValue.string("007"), JSONValue.string("007")),
            (.string, .number(12), .string("12")),
            (.integer, .number(-3), .number(-3)),
            (.integer, .string("007"), .number(7)),
            (.integer, .string("-12"), .number(-12)),
            (.number, .number(1.5), .number(1.5)),
            (.number, .string("1.50"), .number(1.5)),
            (.boolean, .bool(true), .bool(true)),
            (.boolean, .string("false"), .bool(false)),
            (.date, .string("20240229"), .string("2024-02-29")),
            (.date, .string("2024-02-29"), .string("2024-02-29")),
            (.object, ["a": 1], ["a": 1]),
            (.array, [1, 2], [1, 2]),
        ] as [(PluginManifest.ValueType, JSONValue, JSONValue)])
    func conforms(type: PluginManifest.ValueType, value: JSONValue, conformed: JSONValue) {
        #expect(type.conform(value) == conformed)
    }

    @Test(
        "what is of another type is refused",
        arguments: [
            (PluginManifest.ValueType.string, JSONValue.bool(true)),
            (.string, .number(1.5)),
            (.string, []),
            (.integer, .number(1.5)),
            (.integer, .number(.infinity)),
            (.integer, .number(1e300)),
            (.integer, .string("")),
            (.integer, .string("12a")),
            (.integer, .string("1.0")),
            (.integer, .string("99999999999999999999")),
            (.number, .string("nan")),
            (.number, .string("0x10")),
            (.number, .string("1e5")),
            (.number, .number(.nan)),
            (.boolean, .string("yes")),
            (.boolean, .number(1)),
            (.date, .string("20230229")),
            (.date, .string("2026????")),
            (.date, .number(20_240_229)),
            (.object, []),
            (.array, [:]),
        ] as [(PluginManifest.ValueType, JSONValue)])
    func refused(type: PluginManifest.ValueType, value: JSONValue) {
        #expect(type.conform(value) == nil)
    }
}
