import Expressions

extension Prelude {
    /// How the bridge reads what a script left: without running any of the script's own functions.
    static let inspection = """
        const hole = {};
        const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, defineProperty } = Reflect;
        const { isFrozen } = Object;
        const { isArray } = Array;
        const hasOwn = Object.hasOwn;
        const functionText = Function.prototype.call.bind(Function.prototype.toString);
        const objectPrototype = Object.prototype;
        const functionPrototype = Function.prototype;
        const generatorPrototype = getPrototypeOf(function* () {});
        const arrayPrototype = Array.prototype;
        const regExpPrototype = RegExp.prototype;
        const nativeBody = /\\{\\s*\\[native code\\]\\s*\\}$/;
        const prototypeLimit = 100;
        const lengthLimit = \(HeapObject.elementLimit);
        const proxies = new WeakSet();
        const heldPrototypes = new WeakSet();
        const intrinsics = new Map();
        const errorNames = new Map();
        const wrapped = new Map([String, Number, Boolean].map(
            (constructor) => [constructor.prototype, Function.prototype.call.bind(constructor.prototype.valueOf)]));
        for (const constructor of [
            Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError
        ]) errorNames.set(constructor.prototype, constructor.name);

        // What every object of a kind has and the heap holds in another way, or not at all.
        const [plain, array, callable, date, regExp, error, node, inheriting, wrapper] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
        const documentParts = new WeakMap();
        const ownOf = [
            [], ['length'], ['length', 'name', 'prototype', 'arguments', 'caller'], [], ['lastIndex'],
            ['stack', 'line', 'column', 'sourceURL', 'name', 'message'], [], [], ['length']
        ].map((names) => new Set(names));
        const prototypeOwn = new Set(['constructor']);

        // [kind, frozen, first, second, name, value, name, value ...], or a text that says what cannot be held. A built-in
        // function is held as the expression that gives it.
        function describeKnown(...objects) { return objects.map((object) => describe(object, true)); }
        function describeNew(...objects) { return objects.map((object) => describe(object, false)); }
        function describe(object, isKnown) {
            if (proxies.has(object)) return 'a Proxy';
            const part = documentParts.get(object);
            if (part !== undefined) return [node, true, part.document.node(0), part.text];
            const prototype = getPrototypeOf(object);
            const kind = kindOf(object, prototype);
            if (kind === undefined) return foreign(prototype);
            if (kind !== callable && intrinsics.has(object)) return 'a built-in object';
            const frozen = isFrozen(object) && kind !== callable && ownKeys(object).length > 0;
            const out = [kind, frozen, undefined, undefined];
            if (kind === array) {
                const length = object.length;
                if (length > lengthLimit) return `an array of more than ${lengthLimit} elements`;
                out[2] = length;
                for (let index = 0; index < length; index += 1) {
                    const found = getOwnPropertyDescriptor(object, index);
                    if (found === undefined) {
                        out.push(hole);
                    } else {
                        const problem = problemOf(found, frozen);
                        if (problem !== undefined) return problem;
                        out.push(found.value);
                    }
                }
            } else if (kind === callable) {
                if (intrinsics.has(object)) {
                    const path = intrinsics.get(object);
                    if (path === undefined) return 'a built-in function without a name';
                    out[2] = path;
                    out[3] = true;
                    return out;
                }
                if (!isKnown) {
                    const text = functionText(object);
                    if (text.startsWith('class')) return 'a class';
                    if (nativeBody.test(text)) return 'a bound function';
                    out[2] = text;
                }
                const own = getOwnPropertyDescriptor(object, 'prototype');
                if (own !== undefined && (heldPrototypes.has(own.value) || isChangedPrototype(own.value, object))) {
                    if (typeof own.value === 'object') heldPrototypes.add(own.value);
                    out.push('prototype', own.value);
                }
            } else if (kind === date) {
                try { out[2] = readTime(object); } catch { return 'an object made from the prototype of Date'; }
            } else if (kind === regExp) {
                try {
                    out[2] = object.source === '(?:)' ? '' : object.source;
                    out[3] = object.flags;
                } catch { return 'an object made from the prototype of RegExp'; }
                if (object.lastIndex !== 0) out.push('lastIndex', object.lastIndex);
            } else if (kind === error) {
                const name = getOwnPropertyDescriptor(object, 'name');
                out.push('name', name === undefined ? errorNames.get(prototype) : name.value);
                const message = getOwnPropertyDescriptor(object, 'message');
                if (message !== undefined) out.push('message', message.value);
            }
            let indices = kind === array ? object.length : 0;
            if (kind === wrapper) {
                try { out[2] = wrapped.get(prototype)(object); } catch { return 'an object made from a prototype'; }
                if (typeof out[2] === 'string') indices = out[2].length;
            }
            if (kind === inheriting) {
                out[2] = prototype;
                out[3] = makerOf(prototype);
                if (out[3] !== undefined) heldPrototypes.add(prototype);
            }
            const expected = heldPrototypes.has(object) ? prototypeOwn : ownOf[kind];
            for (const key of ownKeys(object)) {
                if (typeof key === 'symbol') return 'a property named by a Symbol';
                if (isIndex(key, indices)) continue;
                const found = getOwnPropertyDescriptor(object, key);
                if (!found.enumerable && expected.has(key)) continue;
                if (kind === error && expected.has(key)) continue;
                if (!found.enumerable && !(kind === error && key === 'cause')) return 'a hidden property';
                const problem = problemOf(found, frozen);
                if (problem !== undefined) return problem;
                out.push(key, found.value);
            }
            return out;
        }
        function kindOf(object, prototype) {
            if (typeof object === 'function') {
                return prototype === functionPrototype || prototype === generatorPrototype ? callable : undefined;
            }
            if (prototype === objectPrototype || prototype === null) return plain;
            if (prototype === arrayPrototype) return isArray(object) ? array : undefined;
            if (prototype === DatePrototype) return date;
            if (prototype === regExpPrototype) return regExp;
            if (errorNames.has(prototype)) return error;
            if (wrapped.has(prototype)) return wrapper;
            return isOfScripts(prototype) ? inheriting : undefined;
        }
        // Whether nothing but objects of scripts, and not too many, stand between an object and Object.prototype.
        function isOfScripts(prototype) {
            let depth = 0;
            for (let next = prototype; next !== objectPrototype; next = getPrototypeOf(next)) {
                if (next === null) return true;
                depth += 1;
                if (depth > prototypeLimit) return false;
                if (typeof next === 'function' || proxies.has(next) || intrinsics.has(next)) return false;
            }
            return true;
        }
        // The function that makes objects of that prototype.
        function makerOf(prototype) {
            const maker = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
            if (typeof maker !== 'function' || proxies.has(maker) || intrinsics.has(maker)) return undefined;
            return getOwnPropertyDescriptor(maker, 'prototype')?.value === prototype ? maker : undefined;
        }
        function foreign(prototype) {
            const path = intrinsics.get(prototype);
            if (path === undefined) return 'an object with a prototype of its own';
            return `a ${path.endsWith('.prototype') ? path.slice(0, -10) : path}`;
        }
        function problemOf(found, frozen) {
            if (found.get !== undefined || found.set !== undefined) return 'an accessor';
            if (!frozen && !(found.writable && found.configurable)) return 'a property that cannot be written';
            return undefined;
        }
        function isChangedPrototype(value, owner) {
            if (typeof value !== 'object' || value === null) return value !== null && value !== undefined;
            if (proxies.has(value)) return true;
            const inherited = getPrototypeOf(value);
            if (inherited !== objectPrototype && getPrototypeOf(owner) === generatorPrototype) {
                return ownKeys(value).length > 0;
            }
            const keys = ownKeys(value);
            if (inherited !== objectPrototype || keys.length !== 1 || keys[0] !== 'constructor') return true;
            return getOwnPropertyDescriptor(value, 'constructor').value !== owner;
        }
        function isIndex(key, length) {
            const index = key >>> 0;
            return index < length && String(index) === key;
        }

        // [whether it is an error, name, message] of something thrown.
        function explain(thrown) {
            try {
                if (thrown instanceof Error) return [true, String(thrown.name), String(thrown.message)];
                return [false, typeof thrown, String(thrown)];
            } catch {
                return [false, typeof thrown, ''];
            }
        }
        """
}
