internal import Model

let productChecks = CheckGroup(["DC-2", "DC-3"], checkProducts)

/// DC-2: there is an inventory; DC-3: each product has its name and full release.
func checkProducts(_ context: CheckContext) -> [Ruling] {
  [context.inventory, .worst(context.named + context.deployed, otherwise: context.productsPass)]
}

extension CheckContext {
  fileprivate var inventory: Ruling {
    let field = customer.products
    guard let products = field.value else {
      return cannotVerify("DC-2", at: field.place, "The customer file has no inventory of products.")
    }
    guard !products.isEmpty else { return fail("DC-2", at: field.place, "The inventory of products is empty.") }
    return pass("DC-2", "The inventory lists \(counted(products.count, "product")).")
  }

  fileprivate var productsPass: Ruling {
    let count = (caseFile.products.value ?? []).count + (customer.products.value ?? []).count
    return pass("DC-3", "All products have a name and a full release; \(count) were looked at.")
  }

  /// The products of the case.
  fileprivate var named: [Ruling] {
    guard let products = caseFile.products.value, !products.isEmpty else {
      return [fail("DC-3", at: caseFile.products.place, "The case names no product.")]
    }
    let affected = affectedProducts.map(\.place)
    var rulings = products.flatMap { product in
      let variant = affected.contains(product.place) ? nil : "other"
      return [
        flaw(product.name, product.version, product.place, variant), mismatch(product),
        variant == nil ? unlikeLogs(product) : nil,
      ].compactMap { $0 }
    }
    if affected.isEmpty {
      rulings.append(
        fail(
          "DC-3", at: caseFile.products.place, "No product of the case is marked as affected.",
          mend: "Set 'affected: true' for the product that has the problem."))
    }
    return rulings
  }

  /// The products of the inventory.
  fileprivate var deployed: [Ruling] {
    (customer.products.value ?? []).compactMap { flaw($0.name, $0.version, $0.place, "other") }
  }

  private func flaw(_ name: Field<String>, _ version: Field<String>, _ place: Place, _ variant: String?) -> Ruling? {
    guard name.value != nil else {
      return fail("DC-3", at: name.place, "A product has no name.", variant: variant)
    }
    guard let release = version.value else {
      return fail("DC-3", at: version.place, "Product \(shown(name)) has no version.", variant: variant)
    }
    guard let flaw = policy.products.flaw(ofRelease: release) else { return nil }
    return fail("DC-3", at: version.place, "The version of \(shown(name)) \(flaw).", variant: variant)
  }

  /// A product of the case that the inventory does not have, or has in another release.
  private func mismatch(_ product: CaseFile.Product) -> Ruling? {
    guard let name = product.name.value, let inventory = customer.products.value, !inventory.isEmpty else { return nil }
    let key = policy.products.canonical(name)
    let same = inventory.filter { $0.name.value.map(policy.products.canonical) == key }
    if same.isEmpty {
      return fail(
        "DC-3", at: product.name.place, "Product \(shown(product.name)) is not in the customer's inventory.",
        variant: "inventory",
        mend: "Correct the name, or add the product to 'customer.products'.")
    }
    guard let version = product.version.value, policy.products.flaw(ofRelease: version) == nil,
      !same.contains(where: { $0.version.value?.trimmingOuterSpace == version.trimmingOuterSpace })
    else { return nil }
    return fail(
      "DC-3", at: product.version.place, "The inventory has \(shown(product.name)) in another version than the case.",
      variant: "inventory", mend: "Correct the version in the case or in 'customer.products'.")
  }
}
