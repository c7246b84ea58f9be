import Dialogs
import MarkupReader

extension Foreach {
    init?(_ element: MarkupElement) {
        guard let array = element.source("array"), let item = element.source("item") else { return nil }
        self.init(array: array, item: item, content: element.executableContent, position: element.position)
    }
}

extension PromptForeach {
    init?(_ element: MarkupElement) {
        guard let array = element.source("array"), let item = element.source("item") else { return nil }
        self.init(array: array, item: item, content: element.promptNodes, position: element.position)
    }
}
