/// What stories somebody wants: the one language of search, filters, smart feeds and the command line.
///
/// ```
/// ceasefire talks                       both words; a word finds longer ones that start with it
/// "border guard"                        words that stand together
/// country:ua speaker:stoltenberg        conditions; those side by side hold all at once
/// says:(border or wall) -lang:ru        or, brackets, and not
/// unread words>800 since:2d             marks, length, dates
/// ```
///
/// Whatever is no condition is text, so that nothing that is typed in a search is a mistake without need: "10:30", "re: budget"
/// and "https://example.com/" are words. The name of a field in front of a colon is always the field; quotation marks make it
/// text again. A name that is almost one ("contry:ua") is text too, but a `QueryError` says which was meant.
///
/// `Query.parsed` reads a query, `description` writes it, `QueryPlan` answers it, and `QueryField.all` is the one table of fields,
/// from which parser, help and completion are made.
package typealias Query = Criteria<QueryTerm>
