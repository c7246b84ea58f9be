/// The text that prepares the global object: one function, so that its names stay its own. It is given a source of
/// random numbers and answers with the functions that the bridge calls.
enum Prelude {
    static let source = """
        (function (drawRandom, compileFunction, checkText) {
        'use strict';
        \(removals)
        \(clock)
        \(locale)
        \(inspection)
        \(construction)
        \(documents)
        \(functions)
        \(freezing)
        return {
            setClock, describeKnown, describeNew, explain, makeError, makeRegExp, makeReadOnly, defineOwn,
            setPrototype, evalScope, hole, readRecords, openDocument, partOfDocument
        };
        })
        """

    /// What could run on after an evaluation, what carries things from one call to another, and what depends on the
    /// machine.
    private static let removals = """
        for (const name of [
            'Promise', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl', 'WeakRef', 'FinalizationRegistry',
            'ShadowRealm', 'AsyncDisposableStack', 'AsyncIterator', 'Temporal', 'console'
        ]) delete globalThis[name];
        delete Array.fromAsync;
        for (const key of Reflect.ownKeys(RegExp)) {
            if (!['length', 'name', 'prototype', 'escape', Symbol.species].includes(key)) delete RegExp[key];
        }
        Object.defineProperty(Math, 'random', {
            value: { random() { return drawRandom(); } }.random, writable: true, configurable: true
        });
        """
}
