"""What a sentence of a verdict claims: the causes it tells truly; of any other answer it is false.

A sentence that is none of these is judged by what its causes' ``names`` find, and by the families' ``accuses``.
"""

FACTORS = "double half over_n times_n mean_of_terms eta_in_gradient own_eta step_over_n"
SIGNS = "sign swapped uphill no_output part_of_loss"
SLOPES = "slope_missing slope_twice slope_point other_slope slope_of_error slope_place"

# A sentence, and the causes (spaces written _) that it may be said of.
CLAIMS = {
    r"factor 2 is left over|is 2 times what it should|take it once": "double twice_updated mean_of_terms",
    r"½ of what it should be": FACTORS + " error_power",
    r"is [−\d.]+ times what it should be": FACTORS + " other_slope one_path",
    r"multiplied by the number of examples": "times_n",
    r"divides by the number of examples": "over_n step_over_n",
    r"divides by the number of (outputs|inputs|neurons|paths)": "mean_of_terms over_n",
    r"divides by the number of all entries": "sum_over_all",
    r"the mean over the examples": "over_n",
    r"right size and the wrong sign|sign is turned round$|sign alone is wrong": SIGNS + " other_slope minus_z",
    r"as when target and output are swapped": "sign swapped no_output part_of_loss",
    r"^(This )?adds the step|uphill": "uphill sign brackets",
    r"target is left out": "no_target",
    r"output is left out": "no_output part_of_loss",
    r"error y − ŷ is left out": "error_missing",
    r"starts from (\(y − ŷ\)²|C$|the sign of|\|y − ŷ\|)": "error_power",
    r"starts from (softmax|tanh)": "other_activation",
    r"starts from the rounded": "rounded",
    r"starts from (y \(1 − ŷ\)|ŷ \(1 − y\))$": "part_of_loss",
    r"starts from y \+ ŷ": "plus_target",
    r"starts from z − ŷ": "z_for_y",
    r"starts from σ\(y\)": "activation_twice",
    r"divides by y$": "part_of_loss",
    r"bias twice": "bias_twice",
    r"subtracts the bias": "bias_sign",
    r"leaves out the bias": "no_bias",
    r"(first bias|sum of the biases)": "other_bias",
    r"bias is added after": "bias_after",
    r"activation is missing|leaves out the activation": "no_activation",
    r"activation twice": "activation_twice",
    r"This is (f|σ)\(−z\)": "minus_z",
    r"^(This is |Or: This is ).{1,20}\(z\)$": "other_activation",
    r"This is the slope f′\(z\)$": "other_activation other_quantity",
    r"fed by z": "fed_z feeds_z",
    r"fed by x": "fed_x",
    r"fed by the slope": "feeds_slope",
    r"layer's own a": "feeds_own_a",
    r"leaves out what feeds": "feeds_nothing",
    r"leaves out input": "one_term",
    r"uses W where": "transposed",
    r"^It is transposed": "gradient_transposed",
    r"multiplies entry by entry|matrix product belongs": "elementwise",
    r"weights without their sign": "weight_size",
    r"taken as the weights squared": "weight_size",
    r"leaves out the weights": "no_weights",
    r"weights that enter the layer|weights of another": "other_weights",
    r"already updated": "updated",
    r"follows the path .* alone|leaves out the path": "one_path one_term",
    r"taken as the (largest|product)|taken as the sum of ∂C/∂z times": "one_path",
    r"output's error for what comes back": "output_error",
    r"taken as (a|z|the target|the weights without ∂C/∂z)$": "not_delta",
    r"taken as ∂C/∂z (averaged|summed) over the examples": "one_example",
    r"number without f′": "slope_missing output_slope_missing",
    r"slope twice": "slope_twice",
    r"output's f′\(z\) once too often": "output_slope",
    r"This is ∂C/∂y$": "output_slope_missing other_quantity",
    r"slope at a$|multiplies by z \(1 − z\)": "slope_point",
    r"slope of (tanh|ReLU)|multiplies by (a|1 − a)$": "other_slope slope_place slope_point",
    r"in the place of the slope": "other_slope output_slope extra_a slope_place",
    r"slope of (the error|what comes back)": "slope_of_error",
    r"divides by the slope": "slope_divides",
    r"next layer's slope": "slope_place",
    r"does not belong here": "slope_added extra_term",
    r"^It is z\[\d\] times what it should be": "extra_a other_slope",
    r"differs from what it should be by 1 times": "extra_term",
    r"sums over the neurons and over": "sum_over_all",
    r"sums over the neurons, axis 1": "other_axis",
    r"examples for columns": "other_axis",
    r"sums over the examples before it multiplies": "sums_multiplied",
    r"sums over the examples too early": "one_example",
    r"still has a row for each example": "no_sum",
    r"(first|last) example's (share|row)|the largest of the examples": "one_example",
    r"what the weights' gradient is made of": "bias_fed dw_for_db",
    r"0 everywhere": "zero",
    r"takes 1 for ∂C/∂z": "error_missing",
    r"\|∂C/∂z\| for ∂C/∂z": "error_power",
    r"subtracts the gradient itself": "no_eta",
    r"multiplies by η twice": "eta_twice",
    r"divides by η": "eta_divides",
    r"learning rate of its own": "own_eta",
    r"This is the step itself": "step_alone",
    r"This is the old parameter$": "not_updated",
    r"old parameter is scaled": "brackets extra_term",
    r"η times the parameter itself": "weight_for_gradient brackets",
    r"gradient times the parameter|1 in the place of the gradient": "brackets step_alone",
    r"(sign of the gradient|divided by its length) in the place": "clipped",
    r"(without its sign|squared gradient) in the place of the gradient|the gradient without its sign": "error_power",
    r"(mean|sum) of the gradient's entries": "sum_over_all",
    r"gradient of the other parameter": "dw_for_db",
    r"gradient of another (layer|parameter|neuron)": "order other_source",
    r"transposed gradient": "gradient_transposed",
    r"order of the lists is not": "pair_order",
    r"their order is not": "order",
    r"takes the ∂C/∂z of another layer": "order",
    r"\d arrays?; expected": "layer_missing",
    r"overwritten in place": "in_place",
    r"changes .*which it was given": "in_place updated",
}

# What is said beside a claim: the remedy, or what is right. It claims nothing of its own.
REMEDIES = (
    r"^(A matrix product belongs here|Add it|At the output, ∂C/∂z is|C is their sum|Each (example keeps|layer mult))"
    r"|^Every (example keeps|gradient is taken|input adds|path adds)"
    r"|^(Feed it|For σ, the exp|Going (back|downhill|forward))"
    r"|^Here (L is|it stays|they stand|∂C/∂z starts)|^It (belongs|stays|stands|is the sum of w times)|^Keep it"
    r"|^(Leave that|Make (a )?new|Multiply (first|it)|Subtract|Sum |Take |Use the η|Times σ′)"
    r"|^What (comes back is the sum|feeds (a layer|it) is)"
    r"|^The (activation here|slope (belongs|of σ is)|step is η times|total sums)|^This neuron's activation"
    r"|^∂C/∂z belongs to one example"
)
