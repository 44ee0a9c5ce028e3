// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// A module of ours and the modules it may import.
func module(_ name: String, _ imports: Target.Dependency...) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of one module, or of the whole program.
func tests(_ name: String, _ imports: Target.Dependency..., fixtures: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: imports, exclude: fixtures, swiftSettings: strict)
}

let package = Package(
    name: "dateline",
    products: [.executable(name: "dateline", targets: ["dateline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The model: no screen anywhere in it.
        module("News"),
        module("Extraction", "News", "CLanguageFacts"),
        module("Feeds", "News", "JSONText", "CXML", "CCurl"),
        module("JSONText"),
        module(
            "Storage", "News", "JSONText", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift")),
        module("Newsroom", "News", "Extraction", "Feeds", "Storage"),

        // The user's config file, read; what it means is for its users to say.
        module("Settings", "News", .product(name: "TOMLKit", package: "TOMLKit")),

        // The screen: no disk, network or clock in Reader, ncurses in Curses alone.
        module("Screen"),
        module("Reader", "News", "Screen", "CWorldOutline"),
        module("Curses", "Screen", "CNcurses"),

        .executableTarget(
            name: "dateline",
            dependencies: [
                "News", "Newsroom", "Settings", "Reader", "Screen", "Curses", "JSONText", "CMemory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict,
            // A release binary runs on machines without a Swift toolchain.
            linkerSettings: [
                .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
                // Foundation, which GRDB stands on, needs them, and only says so to a dynamic linker.
                .linkedLibrary("CoreFoundation", .when(configuration: .release)),
                .linkedLibrary("FoundationInternationalization", .when(configuration: .release)),
                .linkedLibrary("_FoundationICU", .when(configuration: .release)),
                .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
                .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
            ]),

        // Language facts are data files, compiled in by #embed.
        .target(name: "CLanguageFacts", exclude: ["data"]),
        .target(name: "CWorldOutline", exclude: ["data"]),
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "CCurl"),

        tests("NewsTests", "News"),
        tests("ExtractionTests", "Extraction", "News", fixtures: ["Marked"]),
        tests("FeedsTests", "Feeds", "News", "ServerKit"),
        tests("JSONTextTests", "JSONText"),
        tests("StorageTests", "Storage", "News", "FolderKit", .product(name: "GRDB", package: "GRDB.swift")),
        tests("SettingsTests", "Settings", "News"),
        tests("NewsroomTests", "Newsroom", "Extraction", "News", "Storage", "FolderKit", "ServerKit"),
        tests("ScreenTests", "Screen"),
        tests("ReaderTests", "Reader", "Screen", "News", fixtures: ["Golden"]),
        tests(
            "ProgramTests", "PtyKit", "FolderKit", "News", "Reader", "Screen", "Settings", "dateline",
            .product(name: "TOMLKit", package: "TOMLKit")),
        .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
        .target(name: "FolderKit", path: "Tests/FolderKit", swiftSettings: strict),
        .target(name: "ServerKit", dependencies: ["News"], path: "Tests/ServerKit", swiftSettings: strict),
        .target(name: "PtyKit", dependencies: ["CVterm"], path: "Tests/PtyKit", swiftSettings: strict),

        // `swift run -c release train-names`: learns the weights of the name model.
        .executableTarget(
            name: "train-names",
            dependencies: [
                "News", "Extraction", "Feeds", "JSONText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/NameTrainer", exclude: ["Stories"], swiftSettings: strict),

        // `swift run -c release benchmarks`
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "PtyKit", "News", "Newsroom", "Extraction", "Feeds", "JSONText", "Reader", "Screen",
                "dateline",
            ],
            path: "Tests/Benchmarks", swiftSettings: strict),
    ],
    cLanguageStandard: .c2x  // #embed
)
