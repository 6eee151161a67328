import ArgumentParser
import Glibc

/// Which language model words the reflection anew, if any: options of the commands that print one.
struct ModelArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let a language model reword what is said back, checked sentence by sentence: the address of an OpenAI-compatible server.",
      discussion:
        "Its key, if it needs one, is taken from HEARD_MODEL_KEY. Without this nothing goes over the network.",
      valueName: "url"))
  var model: String?

  @Option(help: ArgumentHelp("The model's name at its server.", valueName: "name"))
  var modelName: String?

  @Option(
    help: ArgumentHelp("How long the model's whole answer may take.", valueName: "seconds"),
    transform: ModelArguments.time)
  var modelTimeout = Milliseconds(count: 30_000)

  @Flag(help: "Send notes to a model on another machine over plain http, where others may read them.")
  var insecure = false

  struct Milliseconds: CustomStringConvertible {
    let count: Int
    var description: String { count % 1000 == 0 ? "\(count / 1000)" : "\(Double(count) / 1000)" }
  }

  func validate() throws { _ = try checked() }

  /// The model that the command line names.
  func checked() throws -> Model? {
    guard let model else { return nil }
    let address: ModelAddress
    do throws(ModelAddress.Fault) {
      address = try ModelAddress(model)
    } catch {
      throw ValidationError(ModelArguments.words(for: error))
    }
    guard address.isLoopback || address.isEncrypted || insecure else {
      throw ValidationError("--model would send the notes unencrypted to another machine; use https, or --insecure")
    }
    let key = getenv("HEARD_MODEL_KEY").map { String(cString: $0) } ?? ""
    guard key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw ValidationError("HEARD_MODEL_KEY holds a blank or another character that no key has")
    }
    return Model(
      address: address, name: modelName, key: key.isEmpty ? nil : key, milliseconds: modelTimeout.count)
  }

  private static func words(for fault: ModelAddress.Fault) -> String {
    switch fault {
    case .noURL: "--model needs an address as http://127.0.0.1:8080/v1"
    case .hasUser: "--model takes no name or password in the address; put the key into HEARD_MODEL_KEY"
    case .unsafeCharacter: "--model has a character that no address holds; write it as %20 and the like"
    }
  }

  static func time(_ text: String) throws -> Milliseconds {
    if let seconds = Double(text), seconds >= 0.001, seconds <= 3600,
      let count = Int(exactly: (seconds * 1000).rounded())
    {
      return Milliseconds(count: count)
    }
    throw ValidationError("write a number of seconds up to 3600, as in 30 or 0.5")
  }
}
