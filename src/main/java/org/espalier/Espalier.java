package org.espalier;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one deployable. Its modules are the direct sub-packages; {@code docs/architecture.md} is the map. */
@SpringBootApplication
public class Espalier {}
