"""What stands in the pictures, and what is said of them to who does not see them."""

SENTENCES = {
    "pictures.more": "… {more} more",
    "pictures.tangent": "tangent",
    "pictures.update": "update",
    # --------------------------------------------------------------- charts
    "pictures.chart.no-axis": "{name} is ({low}, {high}); expected a smaller and a larger finite number.",
    "pictures.chart.no-log-axis": "{name} is ({low}, {high}); "
    "expected a smaller and a larger finite number, both above 0.",
    "pictures.chart.no-shape": "shape is {shape}; expected circle, square or cross.",
    # ----------------------------------------------- the network of a walkthrough
    "pictures.diagram.no-position": "position is {position}; expected −1 to {last}.",
    "pictures.diagram.no-neuron": "no neuron {neuron}; expected (layer, neuron), counted from 0.",
    "pictures.diagram.forward": "Forward pass",
    "pictures.diagram.forward-note": "every output is kept: it is ∂z/∂w for the weights that leave it",
    "pictures.diagram.again": "after the update",
    "pictures.diagram.backward": "Backward pass",
    "pictures.diagram.backward-note": "the same wires, right to left; a triangle multiplies by its gain",
    "pictures.diagram.multiplies": "multiplies by {weight}",
    "pictures.diagram.carries": "carries {product}",
    "pictures.diagram.joint": "joint",
    "pictures.diagram.no-gain": "{name}: not yet known",
    "pictures.diagram.unknown": "not yet known",
    # ------------------------------------------------------- the chain rule
    "pictures.chain.fork": "Δs → Δx and Δy → Δz",
    "pictures.chain.plane": "z = {formula}, bluer is larger",
    "pictures.chain.leads": "where s leads",
    "pictures.chain.left-out": "{name} left out",
    # ---------------------------------------------------------------- curves
    "pictures.curve.alt": "{name} at z = {z}: {value}, {slope}.",
    "pictures.curve.alt-dashed": "{alt} Dashed: {name}.",
    "pictures.curve.flat": "slope within ±{flat}",
    "pictures.curve.thick": "z (thick axis: slope within ±{flat})",
    "pictures.curve.dashed": "z (dashed: {title})",
    "pictures.curve.thin": "{title} (thin: y₂ and y₃)",
    # --------------------------------------------------------------- descent
    "pictures.descent.surface": "L(w, b): bluer is larger",
    "pictures.descent.next": "the next update, −η∇L",
    "pictures.descent.left": "θ has left the picture: ({w}, {b})",
    "pictures.descent.losses": "L after every update",
    "pictures.descent.fit": "y = σ(w x + b), targets ŷ as squares",
    # -------------------------------------------------------------- training
    "pictures.panels.weights": "weights",
    "pictures.panels.gradients": "∂L/∂w of this batch",
    "pictures.panels.network": "Network {sizes}: weights as blue edges, the gradients of this batch as orange ones.",
    "pictures.panels.more": "{more} more",
    "pictures.panels.loss": "L over all the data",
    "pictures.panels.loss-alt": "L after every update; after {at} it is {L}.",
    "pictures.panels.boundary": "y₁ and the data",
    "pictures.panels.boundary-alt": "Decision boundary: blue where the output is above one half, orange below; "
    "circles are 1, squares 0.",
    "pictures.panels.gradient": "its gradient, this batch",
    "pictures.panels.deltas": "‖∂C/∂z‖ a layer",
    "pictures.panels.layer": "layer {layer}",
    # ---------------------------------------------------------------- digits
    "pictures.digits.taken-for": "taken for",
    "pictures.digits.digit": "digit",
    # --------------------------------------------------------------- at rest
    "pictures.figures.differences": "finite differences, 2P forward passes",
    "pictures.figures.backpropagation": "backpropagation",
    "pictures.figures.forward": "one forward pass",
    "pictures.figures.parameters": "parameters P",
    "pictures.figures.seconds": "seconds for one gradient",
    "pictures.figures.example": "example {example}",
    "pictures.figures.shares": "{name}: the shares end at their sum, {total}",
}
