let scopeChecks = CheckGroup(["INT-1"], checkScope)

/// INT-1: the guide is for licences on premises.
func checkScope(_ context: CheckContext) -> [Ruling] {
  let named = context.affectedProducts.compactMap { product in product.name.value.map { ($0, product) } }
  guard !named.isEmpty else {
    return [context.notApplicable("INT-1", "No affected product is named; see DC-3.")]
  }
  let cloud = named.filter { context.policy.products.isCloud($0.0) }
  return [
    .worst(
      cloud.map { (_, product) in
        context.fail("INT-1", at: product.name.place, "The affected product is a cloud service, outside this guide.")
      }, otherwise: context.pass("INT-1", "No affected product is known as a cloud service."))
  ]
}
