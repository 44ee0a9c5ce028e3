/// How everything is fetched.
package struct FetchSettings: Hashable, Sendable {
    /// What we are called at servers.
    package var agent = "Dateline/0.1 (news reader for the terminal)"
    /// Fetches at once, and so hosts.
    package var atOnce = 6
    package var perHost = 2
    package var proxies: Proxies
    /// The file and folder of the certificate authorities; nil is libcurl's own, the system's.
    package var authorities: String?
    package var authorityFolder: String?
    /// Addresses to take for public ones: where tests run there is no public network.
    var countedAsPublic: Set<NetworkAddress> = []

    func isPrivate(_ address: NetworkAddress) -> Bool { address.isPrivate && !countedAsPublic.contains(address) }

    /// - Parameter environment: its usual variables for proxies (`Proxies`) and authorities (as curl and OpenSSL have
    ///   them). None switches the checks off.
    package init(environment: [String: String] = [:]) {
        proxies = Proxies(environment: environment)
        authorities = environment["CURL_CA_BUNDLE"] ?? environment["SSL_CERT_FILE"]
        authorityFolder = environment["SSL_CERT_DIR"]
    }
}
