import Testing

@testable import Fetching

/// `maxage` and `maxstale` (VoiceXML 2.0 6.1.2; RFC 9111 5.2.1).
@Suite struct ReuseLimitsTests {
    @Test(
        arguments: [
            // age, lifetime, maxage, maxstale, Cache-Control, usable
            (0, 60, nil, nil, "", true), (59, 60, nil, nil, "", true), (60, 60, nil, nil, "", false),
            (30, 60, 30, nil, "", true), (31, 60, 30, nil, "", false), (0, 60, 0, nil, "", false),
            (70, 60, nil, 10, "", true), (71, 60, nil, 10, "", false), (70, 60, 65, 10, "", false),
            (70, 60, 75, nil, "", false), (70, 60, nil, 10, "must-revalidate", false),
            (70, 60, nil, 10, "proxy-revalidate", false), (70, 60, nil, 10, "s-maxage=60", false),
            (1, 60, nil, nil, "no-cache", false), (1, 60, nil, 99, "no-cache=\"Set-Cookie\"", false),
        ] as [(Int, Int, Int?, Int?, String, Bool)])
    func mayBeUsed(age: Int, lifetime: Int, maxage: Int?, maxstale: Int?, control: String, isUsable: Bool) {
        let limits = ReuseLimits(maxage: maxage, maxstale: maxstale)
        #expect(limits.allow(age: age, lifetime: lifetime, CacheControl(control)) == isUsable)
    }

    @Test func cachesOnTheWayAreTold() {
        #expect(ReuseLimits(maxage: 0, maxstale: 5).cacheControl == "max-age=0, max-stale=5")
        #expect(ReuseLimits().cacheControl == nil)
    }
}
