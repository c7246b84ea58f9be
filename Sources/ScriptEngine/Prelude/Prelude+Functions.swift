extension Prelude {
    /// Functions made from text see the scopes of the running evaluation, and their text is checked like any other.
    static let functions = """
        const SystemFunction = Function;
        function NewFunction(...parts) {
            const texts = parts.map((part) => String(part));
            // Parsed apart, so that neither closes the other.
            SystemFunction(...texts);
            const body = texts.length > 0 ? texts.pop() : '';
            return compileFunction(`function anonymous(${texts.join()}\\n) {\\n${body}\\n}`);
        }
        Object.defineProperties(NewFunction, {
            name: { value: 'Function' },
            length: { value: 1 },
            prototype: { value: functionPrototype, writable: false }
        });
        define(functionPrototype, { constructor: NewFunction });
        globalThis.Function = NewFunction;
        Object.defineProperty(globalThis, 'Function', { enumerable: false });
        // A direct call needs the function itself, which texts see through a scope of their own.
        const systemEval = eval;
        const evalScope = Object.freeze({ __proto__: null, eval: systemEval });
        globalThis.eval = {
            eval(text) {
                if (typeof text !== 'string') return text;
                checkText(text);
                return systemEval(text);
            }
        }.eval;
        Object.defineProperty(globalThis, '__dialtoneEval', { value: globalThis.eval });
        for (const sample of [function* () {}, async function () {}, async function* () {}]) {
            Object.defineProperty(getPrototypeOf(sample), 'constructor', {
                value: { constructor() { throw new TypeError('Only Function makes a function from text.'); } }.constructor
            });
        }
        """
}
