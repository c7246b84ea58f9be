/// A step of executable content (VoiceXML 2.0 5.3).
public indirect enum ExecutableContent: Sendable {
    case variable(Variable)
    case assign(Assign)
    case clear(Clear)
    case `if`(If)
    case script(Script)
    case goto(Goto)
    case submit(Submit)
    case exit(Exit)
    case `return`(Return)
    case disconnect(Disconnect)
    case `throw`(Throw)
    case reprompt(Reprompt)
    case log(Log)
    case prompt(Prompt)
    case foreach(Foreach)
    case data(DataElement)
}
