extension Prelude {
    /// How the bridge makes what the C interface has no call for.
    static let construction = """
        const { freeze, getOwnPropertyNames } = Object;
        const SystemRegExp = RegExp;
        const errorConstructors = new Map();
        for (const [prototype, name] of errorNames) errorConstructors.set(name, prototype.constructor);
        function makeRegExp(pattern, flags) { return new SystemRegExp(pattern, flags); }
        function makeError(name, message) {
            const error = new (errorConstructors.get(name) ?? Error)();
            if (!errorConstructors.has(name)) defineHidden(error, 'name', name);
            if (message !== undefined) defineHidden(error, 'message', message);
            return error;
        }
        function defineHidden(object, name, value) {
            defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true });
        }
        function defineOwn(object, name, value) {
            defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
        }
        function setPrototype(constructor, prototype) {
            constructor.prototype = prototype;
            if (typeof prototype !== 'object' || prototype === null) return;
            heldPrototypes.add(prototype);
            if (!hasOwn(prototype, 'constructor')) defineHidden(prototype, 'constructor', constructor);
        }

        const SystemProxy = Proxy;
        function refuse() { throw new TypeError('Attempted to assign to readonly property.'); }
        const readOnlyHandler = {
            set: refuse, defineProperty: refuse, deleteProperty: refuse, setPrototypeOf: refuse,
            preventExtensions: refuse
        };
        function makeReadOnly(object) { return new SystemProxy(object, readOnlyHandler); }

        // Proxies are known, because nothing in the language tells one from its target.
        function NewProxy(target, handler) {
            if (new.target === undefined) throw new TypeError('calling Proxy constructor without new is invalid');
            const made = new SystemProxy(target, handler);
            proxies.add(made);
            return made;
        }
        const systemRevocable = SystemProxy.revocable;
        Object.defineProperties(NewProxy, {
            name: { value: 'Proxy' },
            prototype: { value: undefined, writable: false },
            revocable: {
                value: {
                    revocable(target, handler) {
                        const made = systemRevocable(target, handler);
                        proxies.add(made.proxy);
                        return made;
                    }
                }.revocable, writable: true, configurable: true
            }
        });
        globalThis.Proxy = NewProxy;
        Object.defineProperty(globalThis, 'Proxy', { enumerable: false });
        """
}
