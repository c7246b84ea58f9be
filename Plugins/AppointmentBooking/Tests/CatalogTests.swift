import CallControl
import PluginTesting
import Testing

@Suite("Places, services and staff")
struct CatalogTests {
    @Test("the places, of all services or of one")
    func places() async throws {
        let call = try TestDesk().call()
        #expect(
            try await call.ask("places") == [
                "count": 2,
                "places": [
                    ["place": "north", "placeName": "North Clinic"], ["place": "west", "placeName": "West Clinic"],
                ],
            ])
        #expect(
            try await call.ask("places", ["service": "course", "language": "zh"]) == [
                "count": 1, "places": [["place": "north", "placeName": "北区诊所"]],
            ])
        #expect(try await call.ask("places", ["service": "none"]) == ["count": 0, "places": []])
    }

    @Test("the services, of all places or of one")
    func services() async throws {
        let call = try TestDesk().call(locale: "zh-CN")
        #expect(
            try await call.ask("services", ["place": "west"]) == [
                "count": 1, "services": [["service": "check", "serviceName": "体检", "minutes": 30]],
            ])
        #expect(try await call.ask("services")["count"] == 3)
    }

    @Test("who offers a service at a place")
    func staff() async throws {
        let call = try TestDesk().call()
        #expect(
            try await call.ask("staff", ["service": "check", "place": "north"]) == [
                "count": 2,
                "staff": [
                    ["staff": "anna", "staffName": "Berg, Anna"], ["staff": "ben", "staffName": "Ben Carter"],
                ],
            ])
        #expect(try await call.ask("staff", ["service": "course", "place": "west"])["count"] == 0)
    }
}
