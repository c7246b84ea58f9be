import CJavaScriptCore
import Expressions

/// What a program declares at its top level.
struct ProgramDeclarations {
    var variables: [ECMAString] = []
    var functions: [ECMAString] = []
}
