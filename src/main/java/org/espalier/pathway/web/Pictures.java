package org.espalier.pathway.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.espalier.ui.Diagram;
import org.espalier.ui.Diagrams;
import org.springframework.stereotype.Component;

/** Draws route maps, each once. */
@Component
class Pictures {
    private final Cache<Input, Diagram.Pair> drawn =
            Caffeine.newBuilder().maximumSize(200).build();

    private record Input(List<Diagram.Node> nodes, List<Diagram.Join> joins) {}

    Diagram.Pair of(RouteMap map) {
        return drawn.get(new Input(map.nodes(), map.joins()), input -> Diagrams.of(input.nodes(), input.joins()));
    }
}
