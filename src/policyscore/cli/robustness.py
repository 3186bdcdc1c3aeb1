"""`policyscore robustness`."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfileOption,
)
from policyscore.cli.robustness_options import (
    ConcentrationOption,
    DaskOption,
    Experts,
    ExpertsOption,
    PertOption,
    PrecisionOption,
    SamplesOption,
    SeedOption,
    TopOption,
    WeightsOption,
    Which,
    WorkersOption,
)
from policyscore.cli.threads import one_thread

if TYPE_CHECKING:
    from collections.abc import Generator

    from policyscore.analysis.robustness.processes.cluster_executor import ClusterExecutor
    from policyscore.views.robustness.scene import Scene

_INTERRUPTED = 130
_WORKERS_PER_CORE = 4  # more would only take memory
_STEPS = 1000  # of the progress bar, if it is asked for a precision


def command(
    context: typer.Context,
    profile: ProfileOption = None,
    which: WeightsOption = Which.ADMISSIBLE,
    concentration: ConcentrationOption = None,
    experts: ExpertsOption = Experts.APART,
    pert: PertOption = False,
    samples: SamplesOption = None,
    precision: PrecisionOption = None,
    seed: SeedOption = 1,
    workers: WorkersOption = None,
    dask: DaskOption = None,
    top: TopOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say how often each option is first over all that is uncertain, and what decides it.

    Ctrl-C shows what has been found so far, with its error.
    """
    from policyscore.cli.opening import open_case  # noqa: PLC0415 (only what runs pays)

    one_thread()
    _check(profile, which, concentration)
    if dask is not None and workers is not None:
        raise typer.BadParameter("`--dask` draws on a cluster and `--workers` here; name one.")
    decision = open_case(context, directory)
    key = None if which in {Which.ANY, Which.PROFILES} else decision.profile(profile)
    from policyscore.cli.progress import ProgressBar  # noqa: PLC0415
    from policyscore.views.robustness.scene import Scene  # noqa: PLC0415

    here = min(workers or 1, _WORKERS_PER_CORE * (os.cpu_count() or 1))
    with _drawing_on(dask) as cluster, ProgressBar("Drawing futures") as bar:

        def tick(draws: int, most: int, width: float) -> None:
            share = draws / most
            if precision is not None:  # the error falls with the square root of the draws
                share = max(share, min((precision / width) ** 2, 1.0) if width > 0 else 1.0)
            bar(round(share * _STEPS), _STEPS)

        found = decision.robustness(
            key,
            weights=which.value,
            samples=samples,
            precision=precision,
            seed=seed,
            workers=here if cluster is None else cluster.threads,
            executor=cluster,
            together=experts is Experts.TOGETHER,
            pert=pert,
            concentration=concentration,
            tick=tick,
        )
    if cluster is not None and cluster.trouble is not None:
        _tell(cluster.trouble)
    title = "" if key is None else decision.profiles[key].title
    _emit(Scene(decision.case, found, title, top), form, output)
    if found.interrupted:
        raise typer.Exit(_INTERRUPTED)


def _check(profile: str | None, which: Which, concentration: float | None) -> None:
    """Complain of options that do not go together."""
    if concentration is not None and which is not Which.NEAR:
        raise typer.BadParameter("`--concentration` is about `--weights near`.")
    if profile is not None and which in {Which.ANY, Which.PROFILES}:
        raise typer.BadParameter(
            f"`--weights {which}` looks at no single profile; drop `--profile`."
        )


@contextmanager
def _drawing_on(address: str | None) -> "Generator[ClusterExecutor | None]":
    """A Dask cluster to draw on; None to draw here.

    Raises:
        BadParameter: If it cannot be used.
    """
    if address is None:
        yield None
        return
    from policyscore.analysis.robustness.processes.dask_cluster import (  # noqa: PLC0415 (slow to import)
        ClusterError,
        dask_executor,
    )

    try:
        with dask_executor(address) as executor:
            yield executor
    except ClusterError as error:
        raise typer.BadParameter(str(error), param_hint="`--dask`") from error


def _tell(trouble: str) -> None:
    """Say that a cluster was lost, which changes nothing in the result."""
    from policyscore.cli.channels import complain  # noqa: PLC0415

    complain(
        f"The Dask cluster {trouble}; the rest was drawn here, with the same result.", plain=True
    )


def _emit(scene: "Scene", form: Format, output: Path | None) -> None:
    """Print what was found."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    if form is Format.TABLE:
        from policyscore.views.robustness.terminal import robustness_terminal  # noqa: PLC0415

        emit(output, table=lambda console: robustness_terminal(console, scene))
        return
    from policyscore.views.robustness.as_csv import robustness_csv  # noqa: PLC0415
    from policyscore.views.robustness.as_json import robustness_data  # noqa: PLC0415
    from policyscore.views.robustness.markdown import robustness_markdown  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: robustness_data(scene),
        csv=lambda: robustness_csv(scene),
        markdown=lambda: robustness_markdown(scene),
    )
