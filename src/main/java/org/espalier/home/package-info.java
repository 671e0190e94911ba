/** The front page and the dashboards: the one room, with the command line, that looks everywhere. */
@ApplicationModule
@NullMarked
package org.espalier.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
