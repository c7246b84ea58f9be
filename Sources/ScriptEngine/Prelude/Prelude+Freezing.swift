extension Prelude {
    /// Freezes every built-in object, so that no call can leave something in one for another call.
    static let freezing = """
        function isObject(value) {
            return (typeof value === 'object' && value !== null) || typeof value === 'function';
        }
        const pending = [[globalThis, '']];
        for (const hidden of [
            function* () {}, async function () {}, async function* () {}, (function* () {})(), [].values(),
            ''[Symbol.iterator](), new Map().entries(), new Set().values(), ''.matchAll(/a/g),
            [].values().map((value) => value), Iterator.from({ next() {} })
        ]) pending.push([getPrototypeOf(hidden), undefined]);
        for (const prototype of documentPrototypes) pending.push([prototype, undefined]);
        const found = [];
        while (pending.length > 0) {
            const [object, path] = pending.shift();
            if (!isObject(object)) continue;
            if (intrinsics.has(object)) continue;
            intrinsics.set(object, path);
            found.push(object);
            pending.push([getPrototypeOf(object), undefined]);
            for (const key of ownKeys(object)) {
                const member = getOwnPropertyDescriptor(object, key);
                const isNamed = typeof key === 'string' && path !== undefined && key !== 'constructor';
                const memberPath = isNamed ? (path === '' ? key : `${path}.${key}`) : undefined;
                pending.push([member.value, memberPath], [member.get, undefined], [member.set, undefined]);
            }
        }

        // A frozen property would keep objects that inherit it from having their own by assignment.
        function allowOverride(prototype, key) {
            const own = getOwnPropertyDescriptor(prototype, key);
            if (!own.configurable || !hasOwn(own, 'value')) return;
            const { value } = own;
            const accessor = {
                get() { return value; },
                set(replacement) {
                    if (this === prototype || !isObject(this)) refuse();
                    const made = hasOwn(this, key)
                        ? { value: replacement }
                        : { value: replacement, writable: true, enumerable: true, configurable: true };
                    if (!defineProperty(this, key, made)) refuse();
                },
                enumerable: false, configurable: false
            };
            freeze(accessor.get);
            freeze(accessor.set);
            defineProperty(prototype, key, accessor);
        }
        for (const key of getOwnPropertyNames(objectPrototype)) allowOverride(objectPrototype, key);
        for (const prototype of [...errorNames.keys()]) {
            for (const key of getOwnPropertyNames(prototype)) allowOverride(prototype, key);
        }
        for (const prototype of [arrayPrototype, functionPrototype, DatePrototype, regExpPrototype]) {
            for (const key of ['toString', 'valueOf', 'toLocaleString']) {
                if (hasOwn(prototype, key)) allowOverride(prototype, key);
            }
        }
        found.forEach(freeze);
        """
}
