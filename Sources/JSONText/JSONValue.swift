/// JSON that survives being read and written again: fields keep their order, numbers stay as they were written.
///
/// Start with `JSONValue(parsing:)` to read and `JSONWriter` to write.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The digits as they stood in the text: "1e3", "0.10", "12345678901234567890".
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The words of a string; nil for anything else.
    package var string: String? {
        guard case .string(let words) = self else { return nil }
        return words
    }

    /// The elements of an array; nil for anything else.
    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// Nil for anything that is not an object.
    package var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// A number without a fraction that fits; nil for anything else.
    package var int: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }
}

/// The fields of an object in the order they were written, doubled names included.
package struct JSONObject: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package let name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var fields: [Field]

    package init(_ fields: [Field] = []) { self.fields = fields }

    /// The value of a field, the last where a name is doubled. Setting changes it where it stands, or adds it at the
    /// end; nil takes every field of that name out.
    package subscript(name: String) -> JSONValue? {
        get { fields.last { $0.name == name }?.value }
        set {
            guard let newValue else { return fields.removeAll { $0.name == name } }
            if let at = fields.lastIndex(where: { $0.name == name }) {
                fields[at].value = newValue
            } else {
                fields.append(Field(name, newValue))
            }
        }
    }
}

/// Why a text is not JSON, and where.
package struct JSONFault: Error, Hashable, Sendable {
    /// "a comma is missing"
    package let reason: String
    /// UTF-8 bytes from the start of the text.
    package let offset: Int

    package init(_ reason: String, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// "a comma is missing at byte 17", counted from 1 as editors do.
    package var words: String { "\(reason) at byte \(offset + 1)" }
}
