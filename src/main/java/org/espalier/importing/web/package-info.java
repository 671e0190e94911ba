@NullMarked
package org.espalier.importing.web;

import org.jspecify.annotations.NullMarked;
