public import ArgumentParser
public import CallHosting

extension HostClock: ExpressibleByArgument {}
extension PlaybackPolicy: ExpressibleByArgument {}
