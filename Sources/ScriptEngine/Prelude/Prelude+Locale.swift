extension Prelude {
    /// Functions that would follow the machine's locale: they answer the same everywhere.
    static let locale = """
        define(String.prototype, {
            localeCompare(other) {
                const left = String(this).normalize(), right = String(other).normalize();
                return left < right ? -1 : left > right ? 1 : 0;
            },
            toLocaleLowerCase() { return this.toLowerCase(); },
            toLocaleUpperCase() { return this.toUpperCase(); }
        });
        define(Number.prototype, { toLocaleString() { return this.toString(); } });
        define(BigInt.prototype, { toLocaleString() { return this.toString(); } });
        """
}
