"""The interface of the Space: its components, and which endpoint has which of them."""

import gradio as gr

import endpoints
from endpoints import MAX_SEED


def build_space(picture_format: str) -> gr.Blocks:
    """Wires every endpoint to a button of its own."""
    with gr.Blocks() as space:
        prompt = gr.Textbox(label="Prompt", placeholder="Enter your prompt")
        negative_prompt = gr.Textbox(
            label="Negative prompt", placeholder="Enter a negative prompt", visible=False
        )
        seed = gr.Slider(label="Seed", minimum=0, maximum=MAX_SEED, step=1, value=0)
        randomize_seed = gr.Checkbox(label="Randomize seed", value=True)
        width = gr.Slider(label="Width", minimum=512, maximum=1024, step=32, value=1024)
        height = gr.Slider(label="Height", minimum=512, maximum=1024, step=32, value=1024)
        guidance_scale = gr.Slider(
            label="Guidance scale", minimum=0.0, maximum=7.5, step=0.1, value=4.5
        )
        num_inference_steps = gr.Slider(
            label="Number of inference steps", minimum=1, maximum=50, step=1, value=40
        )
        painting = [
            prompt, negative_prompt, seed, randomize_seed,
            width, height, guidance_scale, num_inference_steps,
        ]
        count = gr.Slider(label="Count", minimum=1, maximum=4, step=1, value=2)
        url = gr.Textbox(label="URL")
        message = gr.Textbox(label="Message")
        title = gr.Textbox(label="Title")
        seconds = gr.Number(label="Seconds")

        result = gr.Image(label="Result", format=picture_format)
        results = gr.Gallery(label="Gallery", format=picture_format)
        number = gr.Number(label="Seconds")
        text = gr.Textbox(label="Text")

        wiring = [
            (endpoints.infer, painting, [result, seed]),
            (endpoints.preview, painting, [result, seed]),
            (endpoints.gallery, [prompt, count], results),
            (endpoints.log, prompt, result),
            (endpoints.update, prompt, result),
            (endpoints.nothing, prompt, result),
            (endpoints.link, url, results),
            (endpoints.fail_shown, message, result),
            (endpoints.fail_titled, [message, title], result),
            (endpoints.fail_hidden, message, result),
            (endpoints.fail_midway, message, result),
            (endpoints.slow, seconds, [result, number]),
            (endpoints.slow_stream, seconds, result),
            (endpoints.rest, seconds, number),
            (endpoints.spell, prompt, text),
            (endpoints.odd_number, [], number),
            (endpoints.warn, prompt, text),
        ]
        for function, inputs, outputs in wiring:
            name = function.__name__
            gr.Button(name).click(function, inputs, outputs, api_name=name)
    return space


def build_editing_space(picture_format: str) -> gr.Blocks:
    """A Space that starts from pictures: its only endpoint takes one, a mask, and further ones."""
    with gr.Blocks() as space:
        prompt = gr.Textbox(label="Prompt")
        picture = gr.Image(label="Picture", type="pil", format=picture_format)
        mask = gr.Image(label="Mask", type="pil", format=picture_format)
        references = gr.Gallery(label="References", type="pil", format=picture_format)
        strength = gr.Slider(label="Strength", minimum=0, maximum=1, step=0.01, value=0.6)
        seed = gr.Slider(label="Seed", minimum=0, maximum=MAX_SEED, step=1, value=0)
        result = gr.Image(label="Result", format=picture_format)
        told = gr.Textbox(label="Told")
        gr.Button("edit").click(
            endpoints.edit,
            [prompt, picture, mask, references, strength, seed],
            [told, result, seed],
            api_name="edit",
        )
    return space
