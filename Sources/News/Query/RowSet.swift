/// A set of stories by their numbers, whatever it is made of: all that `QueryPlan` needs of one.
package protocol RowSet {
    var isEmpty: Bool { get }
    mutating func formIntersection(_ other: Self)
    mutating func subtract(_ other: Self)
}

extension NumberSet: RowSet {}
