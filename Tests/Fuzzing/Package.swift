// swift-tools-version: 6.2
import PackageDescription

// Reads made-up stories until one of them is a crash, a wrong span or a hang. In this folder:
//
//     swift build -c release
//     mkdir -p corpus && cp ../../Articles/*/* corpus/
//     .build/release/ReadFuzzer -dict=words.dict -timeout=5 -max_len=4096 -max_total_time=600 corpus [more seeds]
//
// What it finds is written to crash-*, timeout-* and oom-*: make the file small with -minimize_crash=1, put its text into
// HostileTests, and mend the cause.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let watched = strict + [.unsafeFlags(["-sanitize=fuzzer,address"])]

// A package of its own, so that nobody who builds Dateline needs libFuzzer; its modules are links to Dateline's.
let package = Package(
    name: "fuzzing",
    targets: [
        .target(name: "CLibFuzzer"),
        .target(name: "CLanguageFacts", exclude: ["data"]),
        .target(name: "News", swiftSettings: watched),
        .target(name: "Extraction", dependencies: ["News", "CLanguageFacts"], swiftSettings: watched),
        .target(name: "Feeds", dependencies: ["News"], swiftSettings: watched),
        .executableTarget(
            name: "ReadFuzzer", dependencies: ["News", "Extraction", "Feeds", "CLibFuzzer"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ],
    cLanguageStandard: .c2x
)
