/// What is drawn. Each has numbers of its own, so that one more draw for companies leaves the institutions as they are.
enum Stream: UInt64 {
    case company = 1
    case institution, entry, consultation, consulted, date, membership
    case eligibility, talent, event, attendance, answer, posting, application, a3, support, load, desk, tag
}
