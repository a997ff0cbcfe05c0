import BansoDomain

/// Why reading a row stopped: the row is bad and the next one is tried, or the whole import ends.
enum RowFailure: Error, Hashable {
    case row(ImportColumn?, LocalizedText)
    /// It isn't what the rest of the file is: another number of columns, a quote in the midst of a field, bytes of another
    /// encoding. Nothing tells what its fields are.
    case broken(ImportColumn?, LocalizedText)
    /// A person has to say whether the row is one of these records.
    /// - Parameter advice: how the file can say it.
    case namesakes(ImportColumn?, LocalizedText, advice: LocalizedText? = nil, [RecordKey])
    case file(ImportProblem)

    /// Runs a call of the desk. What the desk refuses about the record is the row's fault; that the database can't be
    /// used ends the import.
    static func desk<Value>(_ body: () throws -> Value) throws(RowFailure) -> Value {
        do {
            return try body()
        } catch let error as RowFailure {
            throw error
        } catch let error as DeskError {
            throw error.isAboutDatabase ? .file(.desk(error)) : .row(nil, error.text)
        } catch {
            throw .file(.failed(String(describing: error)))
        }
    }
}
