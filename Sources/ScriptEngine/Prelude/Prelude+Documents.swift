extension Prelude {
    /// The read-only part of DOM that documents of `<data>` have (VoiceXML 2.1 appendix D).
    static let documents = """
        const [TYPE, NAME, VALUE, PARENT, CHILDREN, ATTRIBUTES, PREFIX, LOCAL, NAMESPACE, IS_ID] =
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        const parseJSON = JSON.parse;
        function readRecords(text) {
            const records = parseJSON(text);
            for (const record of records) {
                Object.freeze(record[CHILDREN]);
                Object.freeze(record[ATTRIBUTES]);
                Object.freeze(record);
            }
            return Object.freeze(records);
        }

        // A document as one evaluation sees it: each part of it is one object.
        function openDocument(records) {
            const parts = new Map();
            const document = {
                records,
                part(text, make) {
                    let part = parts.get(text);
                    if (part === undefined) {
                        part = make();
                        parts.set(text, part);
                    }
                    return part;
                },
                node(index) {
                    if (index === null || index === undefined) return null;
                    return this.part(`n${index}`, () => this.made(nodePrototypes[records[index][TYPE]], [], `n${index}`, index));
                },
                list(indices) {
                    const text = `l${indices.join()}`;
                    return this.part(text, () => this.made(nodeListPrototype, indices, text));
                },
                attributes(index) {
                    const text = `a${index}`;
                    return this.part(text, () => this.made(namedNodeMapPrototype, records[index][ATTRIBUTES], text));
                },
                made(prototype, indices, text, index) {
                    const object = Object.create(prototype);
                    documentParts.set(object, { document, text, index, indices });
                    indices.forEach((item, place) => {
                        defineProperty(object, place, { get: () => document.node(item), enumerable: true, configurable: false });
                    });
                    return Object.freeze(object);
                }
            };
            return document.node(0);
        }
        function partOfDocument(owner, text) {
            const { document } = documentParts.get(owner);
            const indices = text.slice(1).split(',').filter((index) => index !== '').map(Number);
            if (text[0] === 'l') return document.list(indices);
            return text[0] === 'a' ? document.attributes(indices[0]) : document.node(indices[0]);
        }

        // What a method or getter knows of its object.
        function knownPart(object) {
            const part = documentParts.get(object);
            if (part === undefined) throw new TypeError('This is no part of a document.');
            if (part.index !== undefined) part.record = part.document.records[part.index];
            return part;
        }
        function prototypeOf(parent, getters, methods, name) {
            const prototype = Object.create(parent);
            for (const key of Reflect.ownKeys(getters)) {
                const read = getters[key];
                defineProperty(prototype, key, {
                    get() { return read(knownPart(this)); }, enumerable: false, configurable: true
                });
            }
            for (const key of Reflect.ownKeys(methods)) {
                const call = methods[key];
                defineProperty(prototype, key, {
                    value: { [key](...values) { return call(knownPart(this), ...values); } }[key],
                    writable: true, enumerable: false, configurable: true
                });
            }
            defineProperty(prototype, Symbol.toStringTag, { value: name });
            return prototype;
        }

        const nodeTypes = {
            ELEMENT_NODE: 1, ATTRIBUTE_NODE: 2, TEXT_NODE: 3, CDATA_SECTION_NODE: 4, ENTITY_REFERENCE_NODE: 5,
            ENTITY_NODE: 6, PROCESSING_INSTRUCTION_NODE: 7, COMMENT_NODE: 8, DOCUMENT_NODE: 9, DOCUMENT_TYPE_NODE: 10,
            DOCUMENT_FRAGMENT_NODE: 11, NOTATION_NODE: 12
        };
        const exceptionCodes = {
            INDEX_SIZE_ERR: 1, DOMSTRING_SIZE_ERR: 2, HIERARCHY_REQUEST_ERR: 3, WRONG_DOCUMENT_ERR: 4,
            INVALID_CHARACTER_ERR: 5, NO_DATA_ALLOWED_ERR: 6, NO_MODIFICATION_ALLOWED_ERR: 7, NOT_FOUND_ERR: 8,
            NOT_SUPPORTED_ERR: 9, INUSE_ATTRIBUTE_ERR: 10, INVALID_STATE_ERR: 11, SYNTAX_ERR: 12,
            INVALID_MODIFICATION_ERR: 13, NAMESPACE_ERR: 14, INVALID_ACCESS_ERR: 15
        };
        function domException(name) {
            const failure = new Error(`DOMException: ${name}`);
            failure.code = exceptionCodes[name];
            return failure;
        }
        function constants(object, values) {
            for (const name of Object.keys(values)) defineProperty(object, name, { value: values[name], enumerable: true });
            return object;
        }
        defineProperty(globalThis, 'Node', { value: constants({}, nodeTypes), writable: true, configurable: true });
        defineProperty(globalThis, 'DOMException', {
            value: constants({}, exceptionCodes), writable: true, configurable: true
        });

        function sibling({ document, record, index }, step) {
            if (record[PARENT] === null || record[TYPE] === nodeTypes.ATTRIBUTE_NODE) return null;
            const all = document.records[record[PARENT]][CHILDREN];
            // Children stand in document order, so that a place is found by halving.
            let low = 0, high = all.length - 1;
            while (low < high) {
                const middle = (low + high) >> 1;
                if (all[middle] < index) low = middle + 1; else high = middle;
            }
            return document.node(all[low + step]);
        }
        function childrenOf({ document, record, index }) {
            if (record[TYPE] !== nodeTypes.ATTRIBUTE_NODE) return record[CHILDREN];
            return [];
        }
        const isElement = (record) => record[TYPE] === nodeTypes.ELEMENT_NODE;
        function descendants({ document, index, record }, matches) {
            const found = [];
            const pending = [...record[CHILDREN]].reverse();
            while (pending.length > 0) {
                const next = pending.pop();
                const other = document.records[next];
                if (isElement(other) && matches(other)) found.push(next);
                for (let place = other[CHILDREN].length - 1; place >= 0; place -= 1) pending.push(other[CHILDREN][place]);
            }
            return document.list(found);
        }
        const byName = (name) => (record) => name === '*' || record[NAME] === name;
        const byLocalName = (namespace, name) => (record) =>
            (namespace === '*' || record[NAMESPACE] === (namespace || null)) && (name === '*' || record[LOCAL] === name);
        function attribute({ document, record }, matches) {
            return record[ATTRIBUTES].find((index) => matches(document.records[index]));
        }
        function attributeValue(part, matches) {
            const found = attribute(part, matches);
            return found === undefined ? '' : part.document.records[found][VALUE];
        }
        const searching = {
            getElementsByTagName: (part, name) => descendants(part, byName(String(name))),
            getElementsByTagNameNS: (part, namespace, name) => descendants(part, byLocalName(namespace, String(name)))
        };

        const nodePrototype = constants(prototypeOf(objectPrototype, {
            nodeName: ({ record }) => record[NAME],
            nodeValue: ({ record }) => record[VALUE],
            nodeType: ({ record }) => record[TYPE],
            parentNode: ({ document, record }) =>
                record[TYPE] === nodeTypes.ATTRIBUTE_NODE ? null : document.node(record[PARENT]),
            childNodes: (part) => part.document.list(childrenOf(part)),
            firstChild: (part) => part.document.node(childrenOf(part)[0]),
            lastChild: (part) => part.document.node(childrenOf(part).at(-1)),
            previousSibling: (part) => sibling(part, -1),
            nextSibling: (part) => sibling(part, 1),
            attributes: ({ document, record, index }) => isElement(record) ? document.attributes(index) : null,
            ownerDocument: ({ document, index }) => index === 0 ? null : document.node(0),
            namespaceURI: ({ record }) => record[NAMESPACE],
            prefix: ({ record }) => record[PREFIX],
            localName: ({ record }) => record[LOCAL]
        }, {
            hasChildNodes: (part) => childrenOf(part).length > 0,
            hasAttributes: ({ record }) => record[ATTRIBUTES].length > 0
        }, 'Node'), nodeTypes);
        const characterDataPrototype = prototypeOf(nodePrototype, {
            data: ({ record }) => record[VALUE],
            length: ({ record }) => record[VALUE].length
        }, {
            substringData({ record }, offset, count) {
                if (!(offset >= 0 && offset <= record[VALUE].length && count >= 0)) throw domException('INDEX_SIZE_ERR');
                return record[VALUE].slice(offset, offset + count);
            }
        }, 'CharacterData');
        const textPrototype = prototypeOf(characterDataPrototype, {}, {}, 'Text');
        const nodePrototypes = {
            1: prototypeOf(nodePrototype, { tagName: ({ record }) => record[NAME] }, {
                getAttribute: (part, name) => attributeValue(part, byName(String(name))),
                getAttributeNS: (part, namespace, name) => attributeValue(part, byLocalName(namespace, String(name))),
                getAttributeNode: (part, name) => part.document.node(attribute(part, byName(String(name)))),
                getAttributeNodeNS: (part, namespace, name) =>
                    part.document.node(attribute(part, byLocalName(namespace, String(name)))),
                hasAttribute: (part, name) => attribute(part, byName(String(name))) !== undefined,
                hasAttributeNS: (part, namespace, name) =>
                    attribute(part, byLocalName(namespace, String(name))) !== undefined,
                ...searching
            }, 'Element'),
            2: prototypeOf(nodePrototype, {
                name: ({ record }) => record[NAME],
                value: ({ record }) => record[VALUE],
                specified: () => true,
                ownerElement: ({ document, record }) => document.node(record[PARENT])
            }, {}, 'Attr'),
            3: textPrototype,
            4: prototypeOf(textPrototype, {}, {}, 'CDATASection'),
            7: prototypeOf(nodePrototype, {
                target: ({ record }) => record[NAME], data: ({ record }) => record[VALUE]
            }, {}, 'ProcessingInstruction'),
            8: prototypeOf(characterDataPrototype, {}, {}, 'Comment'),
            9: prototypeOf(nodePrototype, {
                doctype: () => null,
                documentElement: ({ document, record }) =>
                    document.node(record[CHILDREN].find((index) => isElement(document.records[index])))
            }, {
                getElementById({ document }, id) {
                    const found = document.records.find((record) => record[IS_ID] && record[VALUE] === String(id));
                    return found === undefined ? null : document.node(found[PARENT]);
                },
                ...searching
            }, 'Document')
        };
        const nodeListPrototype = prototypeOf(objectPrototype, { length: ({ indices }) => indices.length }, {
            item: ({ document, indices }, index) => document.node(indices[index])
        }, 'NodeList');
        const namedItem = ({ document, indices }, matches) =>
            document.node(indices.find((index) => matches(document.records[index])));
        const namedNodeMapPrototype = prototypeOf(objectPrototype, { length: ({ indices }) => indices.length }, {
            item: ({ document, indices }, index) => document.node(indices[index]),
            getNamedItem: (part, name) => namedItem(part, byName(String(name))),
            getNamedItemNS: (part, namespace, name) => namedItem(part, byLocalName(namespace, String(name)))
        }, 'NamedNodeMap');
        const documentPrototypes = [nodeListPrototype, namedNodeMapPrototype, ...Object.values(nodePrototypes)];
        """
}
