/** The command line: serve, import, bench. It may look everywhere. */
@ApplicationModule
@NullMarked
package org.espalier.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
