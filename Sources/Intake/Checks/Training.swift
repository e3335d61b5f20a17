internal import Model

let trainingChecks = CheckGroup(["CR-3", "DC-4"], checkTraining)

/// CR-3 and DC-4: each designated contact is trained on each deployed product.
///
/// The reporter and the affected product weigh more than the rest of the matrix.
func checkTraining(_ context: CheckContext) -> [Ruling] {
  let wording = context.policy.wording
  let contacts = (context.customer.contacts.value ?? []).filter { $0.counts().isDesignated != false }
  let persons = Person.group(contacts.filter { !$0.isShared(wording) })
  let products = context.trainedProducts
  guard !persons.isEmpty, !products.isEmpty else {
    let (what, place, mend) =
      persons.isEmpty
      ? ("designated contact", context.customer.contacts.place, listContacts)
      : ("product", context.customer.products.place, "List the deployed products under 'customer.products'.")
    let message = "Training cannot be compared: no \(what) is listed."
    let ruling = context.cannotVerify("CR-3", at: place, message, mend: mend)
    return [ruling, ruling.repeated(as: "DC-4")]
  }
  let because = "\(listed(persons.map(\.label))): trained on \(counted(products.count, "product"))."
  let ruling = Ruling.worst(
    persons.flatMap { context.training(of: $0, products) }, otherwise: context.pass("CR-3", because))
  return [ruling, ruling.repeated(as: "DC-4")]
}

private struct TrainedProduct {
  let name: String
  /// What findings call it.
  let shown: String
  let isAffected: Bool
}

extension CheckContext {
  /// Deployed and affected products, each once.
  fileprivate var trainedProducts: [TrainedProduct] {
    let affected = affectedProducts.map(\.name)
    let keys = Set(affected.compactMap(\.value).map(policy.products.canonical))
    var seen: Set<String> = []
    return (affected + (customer.products.value ?? []).map(\.name)).compactMap { field in
      guard let name = field.value else { return nil }
      let key = policy.products.canonical(name)
      guard seen.insert(key).inserted else { return nil }
      return TrainedProduct(name: name, shown: shown(field), isAffected: keys.contains(key))
    }
  }

  fileprivate func training(of person: Person, _ products: [TrainedProduct]) -> [Ruling] {
    let (label, place) = (person.label, person.entries[0].training.place)
    guard let training = person.training else {
      return [cannotVerify("CR-3", at: place, "Contact \(label) has no training on record.")]
    }
    let isReporter = caseFile.reporter.value.map { name in person.entries.contains { $0.isCalled(name) } } ?? false
    var grave: [String] = []
    var other: [String] = []
    var expired: [Ruling] = []
    for product in products {
      let courses = training.filter { covers($0, product) }
      if courses.isEmpty {
        if isReporter, product.isAffected { grave.append(product.shown) } else { other.append(product.shown) }
      } else if let last = courses.compactMap(\.expires.value).max(), last < today,
        courses.allSatisfy({ $0.expires.value != nil })
      {
        let message = "Training of \(label) on \(product.shown) expired on \(last), by your own date."
        expired.append(fail("CR-3", at: courses[0].expires.place, message, variant: "expired"))
      }
    }
    var rulings = expired
    if !grave.isEmpty {
      let message = "The reporter \(label) has no completed training on the affected \(listed(grave))."
      rulings.append(fail("CR-3", at: place, message))
    }
    if !other.isEmpty {
      let message = "Contact \(label) has no completed training on \(listed(other))."
      rulings.append(fail("CR-3", at: place, message, variant: "other"))
    }
    return rulings
  }

  /// Whether `course` is about `product` and was completed by now.
  private func covers(_ course: Contact.Training, _ product: TrainedProduct) -> Bool {
    guard let subject = course.product.value, let completed = course.completed.value else { return false }
    return completed <= today && policy.products.training(for: subject, covers: product.name)
  }
}
