/** Pages of the routes: maps, places, the way from here to there, and the authors’ own routes. */
@NullMarked
package org.espalier.pathway.web;

import org.jspecify.annotations.NullMarked;
